import { defineFileUse } from '@mosty/files';
import { defineNames } from '@mosty/identity';
import { questionsOf } from '../store/answers.ts';
import { filesInUse, titlesOfAssets } from '../store/assets.ts';
import { titlesOfIdeas } from '../store/ideas.ts';

defineNames('asset', titlesOfAssets);
defineNames('library_answer', questionsOf);
defineNames('idea', titlesOfIdeas);
defineFileUse('library', filesInUse);
