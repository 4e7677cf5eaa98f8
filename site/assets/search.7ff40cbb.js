(() => {
const form = document.querySelector(".search");
const typed = form.querySelector("input");
const output = form.querySelector("output");
const plain = (text) => text.normalize("NFKC").toLowerCase();
const entries = [...document.querySelectorAll(".hits li")].map((item) => [item, plain(item.textContent)]);
const groups = [...document.querySelectorAll(".hits")];
let waits;
const show = (rest) => {
const words = plain(typed.value).split(/\s+/).filter(Boolean);
let shown = 0;
for (const [item, text] of entries) {
item.hidden = !words.every((word) => text.includes(word));
shown += !item.hidden;
}
for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
clearTimeout(waits);
waits = setTimeout(() => {
output.textContent = output.dataset.text.replace("{shown}", shown).replace("{all}", entries.length);
}, rest);
const asked = typed.value ? `?q=${encodeURIComponent(typed.value)}` : location.pathname;
history.replaceState(history.state, "", asked + location.hash);
};
form.addEventListener("input", () => show(400));
form.addEventListener("submit", (event) => event.preventDefault());
typed.value = new URLSearchParams(location.search).get("q") || "";
if (typed.value || !location.hash) typed.focus({ preventScroll: true });
show(0);
})();