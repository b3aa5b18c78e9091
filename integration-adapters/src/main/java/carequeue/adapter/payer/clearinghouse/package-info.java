/** Questions and answers about insurance through a clearing-house: X12 270 and 271, as they are or as JSON. */
package carequeue.adapter.payer.clearinghouse;
