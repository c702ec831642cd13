import { throwBodies } from './bad-input.fixture.ts';

throwBodies(1);
