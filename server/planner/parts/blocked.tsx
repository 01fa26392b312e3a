import { useTexts } from "../language/texts.tsx";

/** A choice that fits nowhere, and the rules in its way. */
interface BlockedShape {
  readonly missions: readonly string[];
  readonly blocks: readonly string[];
}

/** The choices of somebody of whom none fits, each with every rule that stands in its way. */
export function Blocked({ choices }: { readonly choices: readonly BlockedShape[] }) {
  const { t, f } = useTexts();
  if (choices.length === 0) return <>{t.check.noChoices}</>;
  return (
    <ul class="plain-list">
      {choices.map(({ missions, blocks }) => (
        <li key={missions.join()}>
          <strong>{missions.join(" + ")}</strong>: {f.list(blocks.map((block) => t.words.blocks[block] ?? block))}
        </li>
      ))}
    </ul>
  );
}
