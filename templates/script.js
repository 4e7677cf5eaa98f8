// A receipt opens where its number stands. Without this script the same link leads to the note.
(() => {
  const slip = document.createElement("div");
  slip.className = "slip";
  slip.popover = "auto";
  slip.tabIndex = -1;
  slip.setAttribute("role", "dialog");
  let opener = null;

  const note = (link) => document.getElementById(link.hash.slice(1));

  const fill = (link) => {
    const found = note(link);
    const copy = (found.querySelector(".receipt") || found).cloneNode(true);
    for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
    const phrase = copy.querySelector(".phrase");
    slip.setAttribute("aria-label", phrase ? phrase.textContent : link.textContent);
    slip.replaceChildren(...(found.querySelector(".receipt") ? [copy] : copy.childNodes));
    slip.scrollTop = 0;
  };

  const place = (link) => {
    slip.style.left = slip.style.top = "";
    if (getComputedStyle(slip).position === "fixed") return;
    const box = link.getClientRects()[0];
    const page = document.documentElement;
    const left = Math.min(box.left, page.clientWidth - slip.offsetWidth - 12);
    const below = box.bottom + 8;
    const fits = below + slip.offsetHeight < page.clientHeight || box.top < slip.offsetHeight;
    const top = fits ? below : box.top - slip.offsetHeight - 8;
    slip.style.left = `${Math.max(12, left) + scrollX}px`;
    slip.style.top = `${top + scrollY}px`;
  };

  const open = (link) => {
    const within = slip.contains(link);
    fill(link);
    if (!within) {
      if (slip.matches(":popover-open")) slip.hidePopover();
      opener = link;
      slip.showPopover();
      place(link);
    }
    slip.focus({ preventScroll: true });
  };

  const numbers = 'a[href^="#r-"], a.c';
  const links = [...document.querySelectorAll(numbers)].filter(note);
  if (links.length && "popover" in slip && slip.showPopover) {
    document.body.append(slip);
    for (const link of links) {
      link.setAttribute("aria-haspopup", "dialog");
      link.setAttribute("aria-expanded", "false");
    }
    slip.addEventListener("beforetoggle", (event) => {
      opener.setAttribute("aria-expanded", event.newState === "open");
      if (event.newState === "closed" && slip.contains(document.activeElement)) {
        opener.focus({ preventScroll: true });
      }
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest(numbers);
      const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (!link || !plain || !note(link)) return;
      event.preventDefault();
      open(link);
    });
    document.addEventListener("keydown", (event) => {
      const link = event.target.closest(numbers);
      if (event.key !== " " || !link) return;
      event.preventDefault();
      link.click();
    });
    addEventListener("resize", () => slip.matches(":popover-open") && place(opener));
  }

  // All figures: show those that fit the chosen chapter, source and grade.
  const filter = document.querySelector(".filter");
  if (!filter) return;
  const cards = [...document.querySelectorAll(".cards > li")];
  const choices = [...filter.querySelectorAll("select")];
  const output = filter.querySelector("output");
  const show = () => {
    let shown = 0;
    for (const card of cards) {
      card.hidden = !choices.every(
        ({ value, dataset }) => !value || card.dataset[dataset.by].split(" ").includes(value),
      );
      shown += !card.hidden;
    }
    for (const group of document.querySelectorAll(".group")) {
      group.hidden = !group.querySelector(".cards > li:not([hidden])");
    }
    output.textContent = output.dataset.text.replace("{shown}", shown).replace("{all}", cards.length);
  };
  filter.hidden = false;
  filter.addEventListener("change", show);
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest("[hidden]")) return;
    filter.reset();
    show();
    target.scrollIntoView();
  });
  show();
})();
