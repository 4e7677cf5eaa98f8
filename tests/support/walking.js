// What is wrong with the element that has the focus, and where it is; runs on the page at each step of a walk.
() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const rgb = text => {
    const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
    return text.startsWith("color(") ? [red * 255, green * 255, blue * 255, alpha] : [red, green, blue, alpha];
  };
  const light = colour => {
    const [red, green, blue] = colour.map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [less, more] = [light(one), light(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  const faults = [];
  // A choice is drawn by its label where the mark itself is small; a link by its letters.
  const boxes = [...here.getClientRects()].filter(box => box.width && box.height);
  const style = getComputedStyle(here);
  const inside = parseFloat(style.outlineOffset) < 0;
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("no outline");
  else {
    const ring = contrast(rgb(style.outlineColor), behind(inside ? here : here.parentElement));
    if (ring < 3) faults.push(`outline of ${ring.toFixed(1)}:1`);
  }
  if (!boxes.length) faults.push("no box");
  // WCAG 2.2, 2.4.11: some of it has to be seen; and nothing that sticks may lie on the rest.
  const lies = element => {
    for (let at = element; at && !at.contains(here); at = at.parentElement)
      if (/absolute|fixed|sticky/.test(getComputedStyle(at).position)) return true;
    return false;
  };
  const [away, free, covered] = ["away", "free", "covered"];
  const seen = (x, y) => {
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return away;
    const top = document.elementFromPoint(x, y);
    const own = top && (here.contains(top) || top.contains(here) || top.closest("label")?.contains(here));
    return own || !top || !lies(top) ? free : covered;
  };
  const points = boxes.flatMap(box => [[0.5, 0.5], [0.02, 0.1], [0.98, 0.9]]
    .map(([across, down]) => seen(box.left + box.width * across, box.top + box.height * down)));
  if (boxes.length && !points.includes(free)) faults.push("not in sight");
  else if (points.includes(covered)) faults.push("partly covered");
  // What hides all that is outside itself cuts the ring as well; of what scrolls the rest can be had.
  const reach = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth);
  for (let around = here.parentElement; around; around = around.parentElement) {
    const how = getComputedStyle(around).overflowX;
    if (how === "visible") continue;
    const outer = around.getBoundingClientRect();
    if (/hidden|clip/.test(how) && boxes.some(each => each.left - reach < outer.left - 0.5
      || each.right + reach > outer.right + 0.5)) faults.push("outline cut off");
    break;
  }
  const [box = here.getBoundingClientRect()] = boxes;
  // Where it is on what scrolls: places are compared within that alone.
  let frame = here.parentElement;
  while (frame.parentElement && !/auto|scroll/.test(getComputedStyle(frame).overflowY)) frame = frame.parentElement;
  const root = frame === document.documentElement ? {left: 0, top: 0} : frame.getBoundingClientRect();
  const [left, top] = [box.left - root.left + frame.scrollLeft, box.top - root.top + frame.scrollTop];
  window.walked ??= new Map();
  if (!walked.has(here)) walked.set(here, walked.size);
  return {
    name: `${here.localName}.${here.className || here.name || ""} ${(here.textContent || here.value || "").trim().slice(0, 40)}`,
    number: walked.get(here),
    box: [left, top, left + box.width, top + box.height],
    part: here.closest("body > *").localName,
    frame: frame.textContent.slice(0, 60),
    faults,
  };
}
