export const languages = ['ru', 'uk', 'en'] as const;

export type Language = (typeof languages)[number];
