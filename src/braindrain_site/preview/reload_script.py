"""The script that reloads a previewed page once something was saved, and takes up what is told of
it later; no page of the site has it."""

OWN = "-preview/"
"""Below this stands what is the preview's own."""
CHANGES = f"{OWN}changes"
"""Who asks here waits for the next change."""
FILE = f"{OWN}reload.js"
SCRIPT = b"""\
let { seen } = document.currentScript.dataset;
const shown = () => new Promise((show) =>
  document.addEventListener("visibilitychange", show, { once: true }));
const pause = () => new Promise((end) => setTimeout(end, 250));
const panel = document.getElementById("preview-changes");
const KEPT = "preview-changes-open";
if (panel) {
  panel.open = sessionStorage.getItem(KEPT) === "yes";
  panel.addEventListener("toggle", () => sessionStorage.setItem(KEPT, panel.open ? "yes" : ""));
}
const take = (news) => {
  const [version, summary, ...list] = news.split("\\n");
  seen = version;
  panel.hidden = !summary;
  panel.querySelector("span").textContent = summary;
  panel.querySelector("div").innerHTML = list.join("\\n");
};
(async () => {
  for (;;) {
    if (document.hidden) await shown();
    const answer = await fetch(`/-preview/changes?${seen}`).catch(pause);
    if (answer?.status === 200) {
      const news = await answer.text();
      if (!news) return location.reload();
      take(news);
    } else await pause();
  }
})();
"""


def tag(version: str) -> str:
    """What a page needs to ask for all that is newer than *version*."""
    return f'<script src="/{FILE}" data-seen="{version}"></script>'
