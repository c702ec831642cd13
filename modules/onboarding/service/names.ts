import { defineNames } from '@mosty/identity';
import { namesOfPilots } from '../store/pilots.ts';

defineNames('pilot', namesOfPilots);
