/** How views are kept: rows folded in memory and written once per batch, generations beside one another, rebuilds. */
package carequeue.query.views;
