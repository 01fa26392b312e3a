import type { Policy } from "../domain/policy.ts";
import type { Profile } from "./profile.ts";
import { readingsUnder } from "./readings.ts";

const NO_ALLOWANCE = { absolute: 0 } as const;
/** The knee of the measured trade-off curves (docs/decisions/0007): beyond it a third choice spared costs the composition about twice as much. */
const KNEE = { relative: 0.1 } as const;

/** Shares of the 1,061,765 inhabitants aged 18 to 25 on 1 January 2021 (Statbel); `low`: without upper-secondary diploma, ages 20-24, 2023. */
const defaults: Policy = {
  regionalBalance: { targets: { VLG: 0.552, WAL: 0.332, BRU: 0.116 }, tolerance: 0.1, mode: "soft", count: "round" },
  representativeness: [
    {
      dimension: "age",
      targets: { "18-19": 0.239, "20-21": 0.247, "22-23": 0.253, "24-25": 0.261 },
      tolerance: 0.1,
      mode: "soft",
    },
    { dimension: "education", targets: { low: 0.116, higher: 0.884 }, tolerance: 0.1, mode: "soft" },
    { dimension: "sex", targets: { F: 0.492, M: 0.508 }, tolerance: 0.1, mode: "soft" },
  ],
  crossRegion: { minimum: 1, mode: "soft" },
  lowSkilled: { dimension: "education", category: "low", minimum: 0.3 },
  deferral: { maxCount: 1, maxDays: 365 },
  needs: "impose",
  languages: "forbid",
  ageLimit: "until-26th-birthday",
  approvalCover: "whole-service",
  choices: "up-to-three",
  wishes: "generous",
  deferralGround: "replacement",
  tiers: [
    { objectives: ["changes"], weights: [1], allowance: NO_ALLOWANCE },
    { objectives: ["deferral-cap"], weights: [1], allowance: NO_ALLOWANCE },
    { objectives: ["reserve-priority"], weights: [1], allowance: NO_ALLOWANCE },
    { objectives: ["placed"], weights: [1], allowance: NO_ALLOWANCE },
    { objectives: ["regional-balance"], weights: [1], allowance: KNEE },
    { objectives: ["worst-promotion"], weights: [1], allowance: KNEE },
    { objectives: ["representativeness"], weights: [1], allowance: KNEE },
    { objectives: ["low-skilled"], weights: [1], allowance: NO_ALLOWANCE },
    { objectives: ["cross-region"], weights: [1], allowance: NO_ALLOWANCE },
    { objectives: ["delay"], weights: [1], allowance: KNEE },
    { objectives: ["wishes"], weights: [1], allowance: NO_ALLOWANCE },
    { objectives: ["cross-language"], weights: [1], allowance: NO_ALLOWANCE },
    { objectives: ["lottery"], weights: [1], allowance: NO_ALLOWANCE },
  ],
};

/** The law of 15 May 2024 instituting a Citizen Service, as published on 31 May 2024. */
export const be20240515: Profile = {
  id: "be-2024-05-15",
  status:
    "In force from 31 May 2024 as published. Secondary sources report its annulment by the Constitutional Court (135/2025 of 23 October 2025); not verified.",
  source: "Moniteur belge / Belgisch Staatsblad, 31 May 2024, numac 2024202866",
  rules: [
    "age",
    "approval",
    "cross-region",
    "languages",
    "mission-capacity",
    "needs",
    "no-idle-seat",
    "not-before",
    "once",
    "one-place",
    "own-initiative",
    "pins",
    "promotion-size",
    "promotion-zone",
    "record",
    "regional-balance",
    "representativeness",
    "three-choices",
    "working-time",
  ],
  requires: { birthDate: true, residence: true, chosenStart: true },
  defaults,
  citations: {
    age: {
      article: "10, 1°",
      fr: "dix-huit à vingt-cinq ans accomplis",
      nl: "volle leeftijd van achttien tot vijfentwintig jaar",
    },
    approval: { article: "8", fr: "agrément de l'organisme d'accueil", nl: "erkenning van de gastorganisatie" },
    changes: {
      article: "operational",
      fr: "stabilité des placements publiés",
      nl: "stabiliteit van de bekendgemaakte plaatsingen",
    },
    "cross-language": { article: "14 §1", fr: "autre région linguistique", nl: "ander taalgebied" },
    "cross-region": { article: "14 §2", fr: "service dans une autre Région", nl: "dienst in een ander Gewest" },
    "deferral-cap": { article: "23 §3", fr: "limite des reports", nl: "grens aan het uitstel" },
    delay: { article: "23 §3", fr: "la plus proche possible de la date choisie", nl: "zo dicht mogelijk bij de gekozen datum" },
    languages: { article: "13; 22 §1, 8°", fr: "langues de la mission", nl: "talen van de opdracht" },
    "low-skilled": { article: "4 §1, 2°", fr: "personnes peu qualifiées", nl: "laaggeschoolden" },
    "mission-capacity": {
      article: "8 §1",
      fr: "places de l'organisme et de la mission",
      nl: "plaatsen van gastorganisatie en opdracht",
    },
    needs: { article: "13; 22 §1, 8°", fr: "aménagements raisonnables", nl: "redelijke aanpassingen" },
    lottery: { article: "operational", fr: "tirage au sort", nl: "loting" },
    "no-idle-seat": { article: "23 §3", fr: "aucun siège laissé vide", nl: "geen lege plaats" },
    "not-before": { article: "2, 2°; 23 §3", fr: "pas avant la date choisie", nl: "niet vóór de gekozen datum" },
    once: { article: "11 §1", fr: "un seul service", nl: "één enkele dienst" },
    "one-place": { article: "16 §1; 22 §1; 23 §1", fr: "un placement par candidat", nl: "één plaatsing per kandidaat" },
    "own-initiative": { article: "9", fr: "initiative personnelle", nl: "eigen initiatief" },
    pins: { article: "operational", fr: "décision du planificateur", nl: "beslissing van de planner" },
    placed: { article: "13", fr: "rencontrer les souhaits", nl: "tegemoetkomen aan de wensen" },
    "promotion-size": { article: "operational (13)", fr: "taille de la promotion", nl: "omvang van de samenlevingsgroep" },
    "promotion-zone": { article: "23 §2", fr: "zone géographique et date", nl: "geografische zone en datum" },
    record: { article: "11 §2-4", fr: "antécédents judiciaires", nl: "gerechtelijk verleden" },
    "regional-balance": {
      article: "4 §1, 1°",
      fr: "répartition équilibrée entre les Régions",
      nl: "evenwichtige spreiding over de Gewesten",
    },
    representativeness: {
      article: "23 §3",
      fr: "représentativité sociodémographique",
      nl: "sociodemografische representativiteit",
    },
    "reserve-priority": { article: "13 al. 2", fr: "liste de réserve prioritaire", nl: "prioritaire reservelijst" },
    "three-choices": { article: "12 §1", fr: "trois choix de missions", nl: "drie keuzes van opdrachten" },
    wishes: { article: "13 al. 1", fr: "souhaits exprimés", nl: "uitgedrukte wensen" },
    "working-time": { article: "22 §1, 2°-3° et §3", fr: "vingt-huit heures par semaine", nl: "achtentwintig uur per week" },
    "worst-promotion": {
      article: "23 §3",
      fr: "représentativité de chaque promotion",
      nl: "representativiteit van elke samenlevingsgroep",
    },
  },
  readings: readingsUnder(defaults),
};
