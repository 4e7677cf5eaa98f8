(() => {
if (parent === window) return;
const tell = () => {
const chartHeight = Math.ceil(document.body.getBoundingClientRect().height);
parent.postMessage({ chartHeight }, "*");
};
new ResizeObserver(tell).observe(document.body);
})();