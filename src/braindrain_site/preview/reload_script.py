"""The script that reloads a previewed page once something was saved; no page of the site has it."""

OWN = "-preview/"
"""Below this stands what is the preview's own."""
CHANGES = f"{OWN}changes"
"""Who asks here waits for the next change."""
FILE = f"{OWN}reload.js"
SCRIPT = b"""\
const { seen } = document.currentScript.dataset;
const shown = () => new Promise((show) =>
  document.addEventListener("visibilitychange", show, { once: true }));
const pause = () => new Promise((end) => setTimeout(end, 250));
(async () => {
  for (;;) {
    if (document.hidden) await shown();
    const answer = await fetch(`/-preview/changes?${seen}`).catch(pause);
    if (answer?.status === 200) return location.reload();
    await pause();
  }
})();
"""


def tag(version: str) -> str:
    """What a page needs to ask for all that is newer than *version*."""
    return f'<script src="/{FILE}" data-seen="{version}"></script>'
