/** The list behind each thing that waits. What has no list here yet is not shown. */

export const waitingRows: Record<string, string> = {
  new_orders: '/orders?statusGroup=new',
  late_orders: '/orders?late=true',
  unknown_product: '/orders?flag=unknown_product',
  unknown_status: '/orders?flag=unknown_status',
  no_rate: '/orders?flag=no_rate',
  total_mismatch: '/orders?flag=total_mismatch',
  suspects: '/customers/quality',
  out_of_stock: '/products?inStock=false',
};
