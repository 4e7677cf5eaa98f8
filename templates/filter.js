// Figures by chapter, source and grade.
(() => {
  for (const filter of document.querySelectorAll(".filter")) {
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
    filter.addEventListener("change", show);
    addEventListener("hashchange", () => {
      const target = document.getElementById(location.hash.slice(1));
      if (!target?.closest("[hidden]")) return;
      filter.reset();
      show();
      target.scrollIntoView();
    });
    show();
  }
})();
