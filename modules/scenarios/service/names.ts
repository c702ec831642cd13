import { defineNames } from '@mosty/identity';
import { namesOfScenarios } from '../store/scenarios.ts';

defineNames('scenario', namesOfScenarios);
