export const charts = {
  band: "Shaded: where the number should lie",
  within: "within the band",
  outside: "outside the band",
  target: "target",
  countOf: (count: string, size: string) => `${count} of ${size}`,
  countAndBand: (count: string, from: string, until: string) => `${count}; the band is ${from} to ${until}`,
};
