import { formatDay } from "../../engine/domain/calendar.ts";
import { issueText } from "../../engine/domain/input-issue.ts";
import type { PromotionResult, Result } from "../../engine/domain/result.ts";
import type { Promotion, Round } from "../../engine/domain/round.ts";
import { table } from "./table.ts";
import { figure, tierWords } from "./tier-words.ts";
import { waitingLines } from "./waiting.ts";

const REGION_NAMES: Readonly<Record<string, string>> = { VLG: "Flanders", WAL: "Wallonia", BRU: "Brussels-Capital" };
const RANK_NAMES = ["first", "second", "third"];

/** What a planner reads after a run: the headline, why people wait, wishes, promotions, Regions, and how good it all is. */
export function plannerReport(round: Round, result: Result, seconds: number): string {
  const sections = [
    headline(round, result),
    waitingLines(result),
    wishLines(result),
    promotionLines(round, result),
    regionLines(result),
    tierLines(result),
    closing(result, seconds),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function headline(round: Round, { indicators }: Result): readonly string[] {
  const { placed, deferred, reserve, ineligible } = indicators;
  return [
    `Round ${round.id}, profile ${round.profile}`,
    "",
    `  ${round.candidates.length} candidates, ${round.missions.length} missions, ${round.promotions.length} promotions`,
    `  ${placed} placed on their nearest date, ${deferred} deferred to a later promotion, ${reserve} to be offered the reserve list, ${ineligible} not eligible`,
  ];
}

function wishLines({ indicators }: Result): readonly string[] {
  const all = indicators.ranks.reduce((sum, count) => sum + count, 0);
  const share = (count: number) => `${all === 0 ? 0 : Math.round((100 * count) / all)} %`;
  const rows = indicators.ranks.map((count, i) => `${count} ${RANK_NAMES[i] ?? `${i + 1}th`} (${share(count)})`);
  return ["Choices met", `  ${rows.join(", ")}`];
}

function promotionLines(round: Round, { promotions }: Result): readonly string[] {
  const rows = promotions.map((promotion, i) => {
    const { start, minSize, maxSize, keepFree, members } = round.promotions[i] as Promotion;
    return [
      promotion.id,
      formatDay(start),
      String(promotion.size),
      String(members.length),
      `${minSize}-${maxSize - keepFree}`,
      String(promotion.crossRegion),
      promotion.placed === 0 ? "-" : String(promotion.deviation),
      outsideBands(promotion),
    ];
  });
  const header = ["promotion", "start", "size", "of whom members", "may have", "in another Region", "outside bands", "where"];
  return ["Promotions against their targets", ...table(header, rows)];
}

/** The categories whose count lies outside the band. */
function outsideBands({ placed, bands, counts }: PromotionResult): string {
  if (placed === 0) return "nobody placed in this round";
  const outside = Object.entries(bands).flatMap(([dimension, categories]) =>
    Object.entries(categories).flatMap(([category, [lower, upper]]) => {
      const count = counts[dimension]?.[category] ?? 0;
      return count < lower || count > upper ? [`${dimension} ${category} ${count} (${lower}-${upper})`] : [];
    }),
  );
  return outside.length === 0 ? "all within their bands" : outside.join(", ");
}

function regionLines({ regions }: Result): readonly string[] {
  const rows = Object.entries(regions).map(([region, { placed, band, deviation }]) => [
    REGION_NAMES[region] ?? region,
    String(placed),
    `${band[0]}-${band[1]}`,
    String(deviation),
  ]);
  return rows.length === 0 ? [] : ["Regions of the missions", ...table(["Region", "placed", "band", "outside"], rows)];
}

function tierLines({ tiers, effectivePolicy }: Result): readonly string[] {
  const rows = tiers.map((tier, i) => [
    String(i + 1),
    tierWords(tier.objectives, effectivePolicy),
    figure(tier.value),
    figure(tier.bound),
    standing(tier),
  ]);
  return ["Tiers, in order of precedence", ...table(["", "asks for", "reached", "bound", ""], rows)];
}

function standing({ bound, gap, quality }: Result["tiers"][number]): string {
  if (bound === null) return "drawn";
  return quality === "proven-optimal" ? "proven optimal" : `gap ${figure(scale(gap), 1)} %`;
}

function scale(gap: Result["tiers"][number]["gap"]): readonly (number | null)[] {
  return [gap].flat().map((entry) => (entry === null ? null : 100 * entry));
}

const STOPPED: Readonly<Record<Result["stoppedBy"], string>> = {
  proof: "every tier is proven optimal",
  steps: "the step budget ended the search; what is not proven has its gap above",
  time: "the time limit ended the search; what is not proven has its gap above, and another run may differ",
  cancel: "the run was cancelled; this is the best placement found",
  error: "an answer of the solver failed its check and was not used; what is not proven has its gap above",
};

function closing({ stoppedBy, certificate, issues }: Result, seconds: number): readonly string[] {
  const { solver, verified } = certificate;
  return [
    ...issues.map(({ code, params }) => `Note on the data: ${issueText({ code, params })}`),
    `${seconds.toFixed(1)} s with ${solver.name} ${solver.version}: ${STOPPED[stoppedBy]}.`,
    verified ? "Every rule and figure was checked by the independent verifier." : "NOT verified.",
  ];
}
