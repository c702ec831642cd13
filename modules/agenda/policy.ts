import { defineRights } from '@mosty/identity';

export const rights = defineRights({});
