// What a page does wrong in the condition that it is shown in; runs in the page after axe.
// A number for each: what axe finds, how far it scrolls sideways, texts cut off.
async (wcag, paper) => {
  const spoken = element => element.textContent.trim().replace(/\s+/g, " ").slice(0, 50);

  /** The box that shows of a text no more than lies inside, if a part lies outside. */
  function cutting(text, box) {
    for (let around = text.parentElement; around && around !== document.documentElement;) {
      const style = getComputedStyle(around), frame = around.getBoundingClientRect();
      if (frame.width <= 1 || frame.height <= 1 || style.clipPath !== "none") return null;
      const [across, down] = [style.overflowX, style.overflowY];
      const wide = box.left < frame.left - 1.5 || box.right > frame.right + 1.5;
      const high = box.top < frame.top - 3 || box.bottom > frame.bottom + 3;
      const hides = how => how === "hidden" || how === "clip";
      if ((wide && hides(across)) || (high && hides(down))) return around;
      if (/auto|scroll/.test(across + down)) return null;
      if (style.position === "fixed") return null;
      around = around.parentElement;
    }
    return null;
  }

  function cut() {
    const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) {
      const parent = text.parentElement;
      if (!text.data.trim() || parent.closest("script, style, title, desc, option, textarea")) continue;
      if (!parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        if (box.width && cutting(text, box)) { found.push(`cut off: ${spoken(parent)}`); break; }
      }
    }
    return found;
  }

  /** Words of a drawing that stand on each other. */
  function piled() {
    const found = [];
    for (const drawing of document.querySelectorAll("svg")) {
      if (!drawing.checkVisibility()) continue;
      const texts = [...drawing.querySelectorAll("text")].filter(text => text.textContent.trim());
      const boxes = texts.map(text => text.getBoundingClientRect());
      boxes.forEach((one, i) => boxes.slice(i + 1).forEach((other, j) => {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        const line = Math.min(one.height, other.height);
        if (across > 2 && down > line * 0.45)
          found.push(`on each other: ${spoken(texts[i])} / ${spoken(texts[i + 1 + j])}`);
      }));
    }
    return found;
  }

  await document.fonts.ready;
  await Promise.all(document.getAnimations().map(each => each.finished)); // all chapters had their turn
  const rules = {"target-size": {enabled: !paper}}; // nobody taps on paper
  const quick = {resultTypes: ["violations"], preload: false, selectors: false};
  const {violations} = await axe.run(document, {runOnly: wcag, rules, ...quick});
  const root = document.scrollingElement;
  const over = root.scrollWidth - root.clientWidth;
  return {
    axe: violations.map(each => `${each.id} ×${each.nodes.length}: ${each.nodes[0].html.slice(0, 160)}`),
    sideways: over > 0 ? [`${over} px`] : [],
    cut: [...cut(), ...piled()],
  };
}
