import { de as told } from "../../../../engine/explain/texts/de.ts";
import type { Messages } from "../messages.ts";
import { accessibility } from "./accessibility.ts";
import { ask } from "./ask.ts";
import { charts } from "./charts.ts";
import { check } from "./check.ts";
import { common } from "./common.ts";
import { decide } from "./decide.ts";
import { importIssues } from "./import-issues.ts";
import { issues } from "./issues.ts";
import { law } from "./law.ts";
import { letters } from "./letters.ts";
import { load } from "./load.ts";
import { policy } from "./policy.ts";
import { problems } from "./problems.ts";
import { result } from "./result.ts";
import { run } from "./run.ts";
import { shell } from "./shell.ts";
import { whatIf } from "./what-if.ts";
import { words } from "./words.ts";

/** Every word of the page, by screen. */
export const messages: Messages = {
  accessibility,
  ask,
  charts,
  check,
  common,
  decide,
  importIssues,
  issues,
  law,
  letters,
  load,
  policy,
  problems,
  result,
  run,
  shell,
  told,
  whatIf,
  words,
};
