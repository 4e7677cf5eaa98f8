(() => {
const filter = document.querySelector(".filter");
const cards = [...document.querySelectorAll(".cards > li")];
const choices = [...filter.querySelectorAll("select")];
const typed = filter.querySelector("input");
const output = filter.querySelector("output");
const plain = (text) => text.normalize("NFKC").toLowerCase();
const texts = cards.map((card) => plain(card.textContent));
const show = () => {
const words = plain(typed.value).split(/\s+/);
let shown = 0;
cards.forEach((card, number) => {
card.hidden = !choices.every(
({ value, dataset }) => !value || card.dataset[dataset.by].split(" ").includes(value),
) || !words.every((word) => texts[number].includes(word));
shown += !card.hidden;
});
for (const group of document.querySelectorAll(".group")) {
group.hidden = !group.querySelector(".cards > li:not([hidden])");
}
output.textContent = output.dataset.text.replace("{shown}", shown).replace("{all}", cards.length);
};
filter.addEventListener("input", show);
filter.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", () => {
const target = document.getElementById(location.hash.slice(1));
if (!target?.closest("[hidden]")) return;
filter.reset();
show();
target.scrollIntoView();
});
show();
})();