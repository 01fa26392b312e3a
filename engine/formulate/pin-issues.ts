import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Pin } from "../domain/round.ts";
import { at, type Instance } from "../model/instance.ts";
import { profileOf } from "../profiles/catalogue.ts";
import { rulesOf } from "../rules/catalogue.ts";
import { arcsNamedBy } from "../rules/pins.ts";
import { blocksOf } from "./build-instance.ts";

/**
 * Pins that break a rule for their candidate alone, whatever the others do: an input issue each. (Pins that cannot hold *together*
 * make the round infeasible instead.)
 */
export function pinIssues(instance: Instance): readonly InputIssue[] {
  return instance.round.pins.flatMap((pin) => {
    const index = instance.round.candidates.findIndex(({ id }) => id === pin.candidate);
    const excluded = at(instance.ineligibility, index);
    if (excluded.length > 0 && pin.kind !== "forbid") {
      const reasons = excluded.map(({ code }) => code).join(", ");
      return [inputIssue("pin-ineligible", pin.path, { candidate: pin.candidate, reasons })];
    }
    if (pin.kind !== "place" || arcsNamedBy(pin, instance).length > 0) return [];
    return [
      inputIssue("pin-breaks-rule", pin.path, { candidate: pin.candidate, blocks: blocksOfPin(pin, index, instance).join(", ") }),
    ];
  });
}

/** The rules that forbid what the pin names, sorted. */
function blocksOfPin(pin: Extract<Pin, { readonly kind: "place" }>, candidate: number, { round }: Instance): readonly string[] {
  const rules = rulesOf(profileOf(round));
  const person = at(round.candidates, candidate);
  const promotion = round.promotions.find(({ id }) => id === pin.promotion);
  if (promotion === undefined) return [];
  const named = person.choices.filter(
    (choice) => pin.missions === null || choice.missions.join("\n") === pin.missions.join("\n"),
  );
  const blocks = named.flatMap((choice) => {
    const missions = choice.missions.flatMap((id) => round.missions.filter((mission) => mission.id === id));
    const hosts = missions.flatMap((mission) => round.hosts.filter((host) => host.id === mission.host));
    return blocksOf({ round, candidate: person, choice, missions, hosts, promotion }, rules);
  });
  return [...new Set(blocks)].sort();
}
