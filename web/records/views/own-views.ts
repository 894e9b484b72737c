/** Saved views of a list, kept by the server: one's own, and those that colleagues share. */

import { useTranslation } from 'react-i18next';
import { useApi, useSend } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import type { Search } from '../../app/search-address.ts';
import type { OwnViews } from '../../ui/data-list/list-types.ts';
import { toastDone, toastProblem } from '../../ui/toast.tsx';

type Saved = AnswerOf<'GET /views'>[number];

export function useOwnViews(list: Saved['list']): OwnViews {
  const { t } = useTranslation('ui');
  const { data = [] } = useApi('GET /views', { query: { list } }, { freshFor: 60_000 });
  const add = useSend('POST /views');
  const change = useSend('PATCH /views/:id');
  const remove = useSend('DELETE /views/:id');
  const drop = async (id: number) => {
    const view = data.find((one) => one.id === id);
    if (!view) return;
    await remove.mutateAsync({ params: { id } });
    const { name, search, isShared, columns } = view;
    const undo = () => add.mutateAsync({ body: { list, name, search, isShared, columns } }).catch(toastProblem);
    toastDone(t('list.viewDropped', { view: name }), { undo });
  };
  return {
    views: data.map(({ id, name, search }) => ({ key: String(id), title: name, search })),
    save: (title, search, isShared) =>
      add.mutateAsync({ body: { list, name: title, search: plain(search), isShared } }).catch(toastProblem),
    change: (view, search) => change.mutateAsync({ params: { id: Number(view.key) }, body: { search: plain(search) } }).catch(toastProblem),
    drop: (view) => drop(Number(view.key)).catch(toastProblem),
    mayChange: (view) => data.find(({ id }) => id === Number(view.key))?.isOwn ?? false,
    isShareable: true,
  };
}

const plain = (search: Search) =>
  Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
