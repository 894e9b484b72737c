/** A link by its whole address, `/orders?status=new`: figures and tiles lead to rows with it, without a reload. */
import { Link } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';
import { parseSearch } from '../app/search-address.ts';

interface GoProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string;
}

export function Go({ to, ...rest }: GoProps) {
  const [path = '', query = ''] = to.split('?');
  return <Link to={path} search={parseSearch(query)} {...rest} />;
}
