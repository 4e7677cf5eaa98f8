// Tells the page around this frame how tall the chart is, so that it needs no scroll bar.
(() => {
  if (parent === window) return;
  const tell = () => {
    const chartHeight = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ chartHeight }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
})();
