/** Whether the screen is a phone's: the same width at which the style sheets change. */
import { useMediaQuery } from '@mantine/hooks';

export const useNarrow = (): boolean => useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false }) ?? false;
