export { rights as libraryRights } from './policy.ts';
export { libraryReactions } from './reactions.ts';
export { changeAsset, createAsset, setAssetState } from './service/assets.ts';
export { confirmMaterials } from './service/confirm-materials.ts';
export { openAsset } from './service/open-asset.ts';
export { writeAnswer } from './service/answers.ts';
export { joinIdea, proposeIdea } from './service/ideas.ts';
