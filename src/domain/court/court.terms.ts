export { type LineageKind, lineageKinds } from '../../kernel/public-service.js';

/** Levels of court below the Supreme People's Court (法院层级), 人民法院组织法 art. 13. */
export const courtLevels = {
  HIGH: '高级人民法院',
  INTERMEDIATE: '中级人民法院',
  BASIC: '基层人民法院',
} as const;
export type CourtLevel = keyof typeof courtLevels;
