import { covers, overlap } from "../domain/calendar.ts";
import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Round } from "../domain/round.ts";
import type { Draft } from "./draft.ts";

/**
 * Warnings about citizens who serve already at a host whose approval ends, or which is unavailable, before they are through: the
 * Agency must act on a withdrawal (Art. 8 §4), and a host's own request (§5-6) cannot take effect before the running mission ends. In the
 * order of the ids, and naming only ids.
 */
export function* findUnapproved(round: Round, draft: Draft): Generator<InputIssue> {
  const missions = new Map(round.missions.map((mission) => [mission.id, mission]));
  const hosts = new Map(round.hosts.map((host) => [host.id, host]));
  const paths = new Map(draft.promotions.map(({ value, path }) => [value.id, path]));
  for (const { id, start, end, members } of round.promotions) {
    const service = { from: start, until: end };
    for (const member of members) {
      for (const name of new Set(member.missions)) {
        const host = hosts.get(missions.get(name)?.host ?? "");
        if (host === undefined) continue;
        if (covers(host.approved, service) && !host.unavailable.some((window) => overlap(window, service))) continue;
        const params = { candidate: member.candidate, mission: name, host: host.id, promotion: id };
        yield inputIssue("approval-ends-in-service", paths.get(id) ?? "/promotions", params);
      }
    }
  }
}
