/** What of a person may leave, for which purpose, and in which form: rules as data, and a row for every time one was applied. */
package carequeue.adapter.filter;
