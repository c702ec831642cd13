import { defineNames } from '@mosty/identity';
import { titlesOfThreads } from '../store/threads.ts';

defineNames('thread', titlesOfThreads);
