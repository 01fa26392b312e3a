import { readFileSync } from "node:fs";

const LINE = 17;
const CHARACTER = 7.25;
const MARGIN = 16;

/** Draws the text on standard input as an SVG of a terminal, for the README. */
const lines = readFileSync(0, "utf8").trimEnd().split("\n");
const escaped = lines.map((line) => line.replace(/&/g, "&amp;").replace(/</g, "&lt;"));
const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * CHARACTER) + 2 * MARGIN;
const height = lines.length * LINE + 2 * MARGIN;
const text = escaped.map((line, i) => `<text x="${MARGIN}" y="${MARGIN + (i + 0.75) * LINE}">${line}</text>`);
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<rect width="100%" height="100%" rx="8" fill="#14181f"/>
<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="12" fill="#d8dee9" xml:space="preserve" style="white-space:pre">
${text.join("\n")}
</g>
</svg>
`);
