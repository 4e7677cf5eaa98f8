// How Eleventy builds the story: a page for each text, its charts drawn by Plot as SVG.
import {readFileSync} from "node:fs";
import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom";

const {document} = parseHTML("<!doctype html><html><body></body></html>");

function drawn(name) {
  const rows = JSON.parse(readFileSync(`charts/${name}.json`, "utf8"));
  const marks = [Plot.barX(rows, {x: "value", y: "mark", fill: "group"})];
  return Plot.plot({document, width: 640, marginLeft: 160, y: {type: "band"}, marks}).outerHTML;
}

export default function (eleventy) {
  eleventy.addTransform("charts", (content) =>
    content.replace(/<p>CHART ([\w-]+)<\/p>/g, (_, name) => drawn(name)));
  return {dir: {input: "content", includes: "../theme", output: "output"}};
}
