/** A chart and the file it goes to. */
export interface ChartFile {
  readonly file: string;
  readonly title: string;
  readonly svg: string;
}
