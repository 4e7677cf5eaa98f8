(() => {
const own = document.querySelector(".calculator div.own");
const choice = document.querySelector(".calculator label.own");
const [input, output] = own.querySelectorAll("#salary, output");
const { least, most, wrong, says, said, unit, names, ...lists } = own.dataset;
const korean = document.documentElement.lang === "ko";
const table = document.querySelector(".calculator table").cloneNode(true);
const [rates, offers] = [lists.rates, lists.offers].map((list) => list.split("|").map((each) => each.split("/")));
let waits;
const salary = (typed) => {
const plain = typed.normalize("NFKC").replace(/[\s,\p{Sc}]/gu, "").replace(new RegExp(names, "gi"), "");
const found = plain.match(/^(?:([\d.]+)억)?(?:([\d.]+)(만|million|m)?)?$/i);
if (!plain || !found) return NaN;
const size = { 만: 1e4, m: 1e6, million: 1e6 }[(found[3] || "").toLowerCase()] || +unit;
return Math.round((found[1] || 0) * 1e8 + (found[2] || 0) * size);
};
const grouped = (value, digits) => {
const last = Math.floor(Math.log10(value)) - digits + 1;
const n = last > 0 ? Math.round(value / 10 ** last) * 10 ** last : Math.round(value * 10 ** -last) / 10 ** -last;
const fixed = (x, places) => {
const decimals = Math.max(0, places);
return x.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
};
if (!korean) return n < 1e6 ? fixed(n, -last) : `${fixed(n / 1e6, n % 1e6 ? 6 - last : 0)} million`;
if (last < 0) return n.toFixed(-last);
return ["억", "만", ""].map((name, at) => [Math.floor(n / 1e4 ** (2 - at)) % 1e4, name])
.filter(([count]) => count).map((part) => part.join("")).join("\xa0");
};
const phrase = (words, value, digits) =>
words.replace("{}", grouped(value, digits)).replace(/([만억])(?=[가-힣])/, "$1\xa0");
const reckon = () => {
const pay = salary(input.value);
const good = pay >= least && pay <= most;
const empty = !input.value.trim();
const known = Math.max(2, `${pay}`.replace(/0+$/, "").length);
input.setAttribute("aria-invalid", !good && !empty);
table.hidden = !good;
if (good) {
rates.forEach(([rate, digits], row) => {
const cells = table.tBodies[0].rows[row].cells;
const sure = Math.min(known, digits);
cells[1].textContent = phrase(says, pay / rate, sure);
offers.forEach(([offer, firm, words], at) => {
cells[at + 2].textContent = phrase(words, offer / (pay / rate), Math.min(sure, firm));
});
});
}
clearTimeout(waits);
waits = setTimeout(() => {
const [market, parity] = [...table.tBodies[0].rows].map((row) => row.cells[1].textContent);
output.textContent = empty ? "" : good ? said.replace("{market}", market).replace("{parity}", parity) : wrong;
}, 400);
};
table.caption.remove();
table.hidden = true;
own.append(table);
own.hidden = choice.hidden = false;
input.addEventListener("input", reckon);
})();