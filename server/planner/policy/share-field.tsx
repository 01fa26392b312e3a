/** A share of 0 to 1, given and shown in percent with one decimal. */
export function ShareField({
  label,
  share,
  change,
  id,
}: {
  readonly label: string;
  readonly share: number;
  readonly change: (share: number) => void;
  readonly id?: string;
}) {
  return (
    <span class="percent">
      <input
        id={id}
        type="number"
        min={0}
        max={100}
        step={0.1}
        aria-label={id === undefined ? label : undefined}
        value={Math.round(share * 1000) / 10}
        onChange={(event) => change(Math.min(1, Math.max(0, Math.round((Number(event.currentTarget.value) || 0) * 10) / 1000)))}
      />{" "}
      %
    </span>
  );
}
