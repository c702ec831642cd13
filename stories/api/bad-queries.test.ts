import { throwQueries } from './bad-input.fixture.ts';

throwQueries();
