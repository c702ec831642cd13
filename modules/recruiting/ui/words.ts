import type { ModuleWords } from '@mosty/ui-kit';
import { alliances } from './words/alliances.ts';
import { applications } from './words/applications.ts';
import { check } from './words/check.ts';
import { checkPage } from './words/check-page.ts';
import { introductions } from './words/introductions.ts';
import { names } from './words/names.ts';
import { profile } from './words/profile.ts';
import { scout } from './words/scout.ts';
import { stopList } from './words/stop-list.ts';
import { stopMeetings } from './words/stop-meetings.ts';
import { survey } from './words/survey.ts';

/** One file a noun; what several of them say (menu, refusals, what gates saw and miss) is joined here. */
export const words = {
  ru: {
    survey: survey.ru.survey,
    ...checkPage.ru,
    names: names.ru.names,
    scout: scout.ru.scout,
    profile: profile.ru.profile,
    trait: profile.ru.trait,
    nav: {
      ...survey.ru.nav,
      ...names.ru.nav,
      ...scout.ru.nav,
      ...profile.ru.nav,
      ...stopList.ru.nav,
      ...applications.ru.nav,
      ...alliances.ru.nav,
      ...introductions.ru.nav,
    },
    actions: {
      ...survey.ru.actions,
      ...names.ru.actions,
      ...scout.ru.actions,
      ...stopList.ru.actions,
    },
    stopList: stopList.ru.stopList,
    stopMeetings: stopMeetings.ru.stopMeetings,
    alliances: alliances.ru.alliances,
    introductions: introductions.ru.introductions,
    applications: applications.ru.applications,
    programme: applications.ru.programme,
    seen: { ...scout.ru.seen, ...check.ru.seen, ...stopList.ru.seen },
    missing: { ...scout.ru.missing, ...check.ru.missing, ...stopList.ru.missing },
    refusals: {
      ...survey.ru.refusals,
      ...names.ru.refusals,
      ...scout.ru.refusals,
      ...check.ru.refusals,
      ...introductions.ru.refusals,
      ...stopList.ru.refusals,
      ...stopMeetings.ru.refusals,
    },
  },
  en: {
    survey: survey.en.survey,
    ...checkPage.en,
    names: names.en.names,
    scout: scout.en.scout,
    profile: profile.en.profile,
    trait: profile.en.trait,
    nav: {
      ...survey.en.nav,
      ...names.en.nav,
      ...scout.en.nav,
      ...profile.en.nav,
      ...stopList.en.nav,
      ...applications.en.nav,
      ...alliances.en.nav,
      ...introductions.en.nav,
    },
    actions: {
      ...survey.en.actions,
      ...names.en.actions,
      ...scout.en.actions,
      ...stopList.en.actions,
    },
    stopList: stopList.en.stopList,
    stopMeetings: stopMeetings.en.stopMeetings,
    alliances: alliances.en.alliances,
    introductions: introductions.en.introductions,
    applications: applications.en.applications,
    programme: applications.en.programme,
    seen: { ...scout.en.seen, ...check.en.seen, ...stopList.en.seen },
    missing: { ...scout.en.missing, ...check.en.missing, ...stopList.en.missing },
    refusals: {
      ...survey.en.refusals,
      ...names.en.refusals,
      ...scout.en.refusals,
      ...check.en.refusals,
      ...introductions.en.refusals,
      ...stopList.en.refusals,
      ...stopMeetings.en.refusals,
    },
  },
} satisfies ModuleWords;
