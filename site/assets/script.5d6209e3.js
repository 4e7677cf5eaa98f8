if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") document.documentElement.classList.add("again");
(() => {
const told = document.body.dataset;
const slip = document.createElement("div");
slip.className = "slip";
slip.popover = "auto";
slip.tabIndex = -1;
slip.setAttribute("role", "dialog");
let opener = null;
let pressed = null;
let leaving = false;
let trail = [];
const isOpen = () => slip.matches(":popover-open");
const linked = 'a[href^="#"]';
const note = (link) => document.getElementById(link.hash.slice(1))?.closest(".receipts li, .receipt");
const button = (sign, name, act) => {
const made = document.createElement("button");
made.type = "button";
made.textContent = sign;
made.setAttribute("aria-label", name);
made.addEventListener("click", act);
return made;
};
const close = button("×", told.close, () => slip.hidePopover());
const back = button("←", told.back, () => {
trail.pop();
fill();
});
const buttons = document.createElement("div");
buttons.className = "buttons";
buttons.append(back, close);
const fill = () => {
const link = trail.at(-1);
const found = note(link);
const copy = found.cloneNode(true);
const name = copy.querySelector('[id^="r-"]')?.id;
for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
for (const cited of copy.querySelectorAll('a[href^="#d"]')) {
if (note(cited)) cited.replaceWith(...note(cited).cloneNode(true).childNodes);
}
slip.setAttribute("aria-label", (copy.querySelector(".phrase") || link).textContent);
slip.replaceChildren(buttons, ...copy.childNodes);
if (told.more && name) {
const more = document.createElement("a");
more.href = `${told.more}#${name}`;
more.textContent = told.moreName;
slip.append(more);
}
back.hidden = trail.length < 2;
slip.scrollTop = 0;
place(opener);
slip.focus({ preventScroll: true });
};
const place = (link) => {
slip.style.left = slip.style.top = "";
slip.classList.remove("high");
const page = document.documentElement;
if (getComputedStyle(slip).position === "fixed") {
const { top, bottom } = link.getBoundingClientRect();
if (bottom <= slip.getBoundingClientRect().top) return;
slip.classList.add("high");
scrollBy(0, Math.min(0, top - slip.offsetHeight - 8));
return;
}
const box = link.getClientRects()[0];
const left = Math.min(box.left, page.clientWidth - slip.offsetWidth - 12);
const below = box.bottom + 8;
const fits = below + slip.offsetHeight < page.clientHeight || box.top < slip.offsetHeight;
const top = fits ? below : box.top - slip.offsetHeight - 8;
slip.style.left = `${Math.max(12, left) + scrollX}px`;
slip.style.top = `${top + scrollY}px`;
};
const open = (link) => {
const within = slip.contains(link);
trail = within ? [...trail, link] : [link];
if (within) return fill();
if (isOpen()) slip.hidePopover();
opener = link;
slip.showPopover({ source: link });
fill();
if (!history.state?.slip) remember();
};
const remember = () => {
history.scrollRestoration = "manual";
history.pushState({ slip: true }, "");
};
const settle = () => {
if (leaving || pressed !== null || isOpen() || !history.state?.slip) return;
leaving = true;
history.back();
};
const links = [...document.querySelectorAll(linked)].filter(note);
if (links.length && "popover" in slip && slip.showPopover) {
document.body.append(slip);
for (const link of links) {
link.setAttribute("aria-haspopup", "dialog");
link.setAttribute("aria-expanded", "false");
}
slip.addEventListener("beforetoggle", (event) => {
opener.setAttribute("aria-expanded", event.newState === "open");
setTimeout(settle);
if (event.newState === "closed" && slip.contains(document.activeElement)) {
opener.focus({ preventScroll: true });
}
});
addEventListener("popstate", () => {
const anew = leaving && isOpen();
leaving = false;
if (history.state?.slip) return;
if (anew) return remember();
if (isOpen()) slip.hidePopover();
history.scrollRestoration = "auto";
});
slip.addEventListener("focusout", ({ relatedTarget: next }) => {
if (next && !slip.contains(next) && isOpen()) slip.hidePopover();
});
document.addEventListener("pointerdown", () => (pressed = isOpen() ? opener : null), true);
for (const released of ["pointerup", "pointercancel"]) {
document.addEventListener(released, () => setTimeout(() => settle((pressed = null)), 400));
}
document.addEventListener("click", (event) => {
const link = event.target.closest(linked);
const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
if (!link || !plain || !note(link)) return;
event.preventDefault();
if (link === (event.detail ? pressed : isOpen() && opener)) slip.hidePopover();
else open(link);
});
document.addEventListener("keydown", (event) => {
const link = event.target.closest(linked);
if (event.key !== " " || !link || !note(link)) return;
event.preventDefault();
link.click();
});
addEventListener("resize", () => isOpen() && place(opener));
}
const tip = document.createElement("div");
const voice = document.createElement("div");
tip.className = "tip";
tip.hidden = true;
tip.setAttribute("aria-hidden", "true");
voice.className = "unseen";
voice.setAttribute("role", "status");
document.body.append(voice);
const { spots: source } = document.querySelector("[data-spots]")?.dataset ?? {};
let coming = source ? null : Promise.resolve();
const come = () => new Promise((done) => {
const script = document.createElement("script");
script.src = source;
script.onload = () => {
for (const [key, both] of Object.entries(globalThis.spots)) {
for (const [at, width] of ["wide", "narrow"].entries()) {
document.querySelector(`#chart-${key} .${width} g`)?.insertAdjacentHTML("beforeend", both[at]);
}
}
done();
};
document.head.append(script);
});
const spotted = (act) => (coming ??= come()).then(act);
const spotsOf = (drawing) =>
[...drawing.querySelectorAll("[data-t]")].filter((spot) => spot.getClientRects().length);
const words = (spot) => {
const among = (width) => [...spot.closest(".drawing").querySelectorAll(`.${width} [data-t]`)];
return spot.dataset.t || among("wide")[among("narrow").indexOf(spot)].dataset.t;
};
const leave = () => {
pointed = null;
tip.hidden = true;
document.querySelector(".here")?.classList.remove("here");
};
const mark = (drawing, spot) => {
leave();
spot.classList.add("here");
tip.textContent = words(spot);
tip.hidden = false;
drawing.append(tip);
const box = spot.getBoundingClientRect();
const edge = drawing.getBoundingClientRect();
const middle = (box.left + box.right - tip.offsetWidth) / 2 - edge.left;
const above = box.top - edge.top - tip.offsetHeight - 6;
tip.style.left = `${Math.max(0, Math.min(middle, edge.width - tip.offsetWidth))}px`;
tip.style.top = `${box.top > tip.offsetHeight + 6 ? above : box.bottom - edge.top + 6}px`;
};
const distance = (box, x, y) =>
1e3 * Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) +
Math.hypot(x - (box.left + box.right) / 2, y - (box.top + box.bottom) / 2);
let pointed = null;
const point = (event) => {
const drawing = event.currentTarget;
pointed = event;
spotted(() => {
if (pointed !== event) return;
const far = spotsOf(drawing).map((spot) => [distance(spot.getBoundingClientRect(), event.clientX, event.clientY), spot]);
const [least, spot] = far.reduce((one, other) => (other[0] < one[0] ? other : one), [24e3]);
if (spot) mark(drawing, spot);
else leave();
});
};
const read = (drawing, button) => {
const { help, at: count, first, last } = told;
let at = -1;
const go = (to) => {
const spots = spotsOf(drawing);
at = Math.max(0, Math.min(to, spots.length - 1));
mark(drawing, spots[at]);
const end = to < 0 ? `${first} ` : to > at ? `${last} ` : "";
const place = count.replace("{at}", at + 1).replace("{all}", spots.length);
const said = `${end}${words(spots[at])} (${place})`;
voice.textContent = voice.textContent === said ? `${said}\u00a0` : said;
};
const moves = {
ArrowRight: () => go(at + 1), ArrowDown: () => go(at + 1),
ArrowLeft: () => go(at - 1), ArrowUp: () => go(at - 1),
Home: () => go(-1), End: () => go(1e9), Escape: () => button.focus(),
};
drawing.tabIndex = -1;
drawing.setAttribute("role", "application");
drawing.setAttribute("aria-label", `${button.closest(".chart").querySelector(".headline").textContent}. ${help}`);
drawing.onkeydown = (event) => {
if (!moves[event.key]) return;
event.preventDefault();
moves[event.key]();
};
drawing.onblur = () => {
leave();
voice.textContent = "";
drawing.onkeydown = drawing.onblur = null;
for (const name of ["tabindex", "role", "aria-label"]) drawing.removeAttribute(name);
};
drawing.focus({ preventScroll: true });
go(0);
drawing.scrollIntoView({ block: "nearest" });
};
for (const button of document.querySelectorAll(".points")) {
const drawing = button.closest(".chart").querySelector(".drawing");
button.addEventListener("click", () => spotted(() => read(drawing, button)));
drawing.addEventListener("pointermove", point);
drawing.addEventListener("pointerdown", point);
drawing.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
}
document.addEventListener("keydown", (event) => event.key === "Escape" && leave());
document.addEventListener("pointerdown", (event) => event.target.closest(".drawing") || leave());
document.addEventListener("click", (event) => {
const tongue = event.target.closest(".tongue a");
if (!tongue) return;
const marks = [...document.querySelectorAll("section[id], figure[id], .receipt, .phrase[id]")];
const reached = marks.filter((mark) => mark.getBoundingClientRect().top < innerHeight / 3).pop();
tongue.hash = scrollY > innerHeight && reached ? reached.id : location.hash;
});
for (const contents of document.querySelectorAll(".contents details")) {
const here = contents.querySelector("summary span");
const reading = new IntersectionObserver((chapters) => {
for (const { target, isIntersecting } of chapters) {
const link = contents.querySelector(`a[href="#${target.id}"]`);
if (isIntersecting) link.setAttribute("aria-current", "location");
else link.removeAttribute("aria-current");
if (isIntersecting) here.textContent = link.textContent;
}
}, { rootMargin: "-25% 0% -74%" });
for (const chapter of document.querySelectorAll(".chapter")) reading.observe(chapter);
const [summary] = contents.children;
const beside = matchMedia("(min-width: 48rem)");
const fold = () => {
contents.open = beside.matches;
summary.tabIndex = beside.matches ? -1 : 0;
};
fold();
beside.addEventListener("change", fold);
contents.addEventListener("click", ({ target }) => target.closest("a") && fold());
contents.addEventListener("focusout", ({ relatedTarget: next }) => {
if (next && !contents.contains(next)) fold();
});
contents.addEventListener("keydown", ({ key }) => {
if (key !== "Escape" || beside.matches) return;
fold();
summary.focus();
});
}
})();