import { defineNames } from '@mosty/identity';
import { spokenOf } from '../store/names.ts';
import { titlesOfSurveys } from '../store/surveys.ts';

defineNames('survey', titlesOfSurveys);
defineNames('heard_name', spokenOf);
