/** Where notices appear; loaded with the first of them. */
import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

export function Notices() {
  return <Notifications position="bottom-center" limit={4} />;
}
