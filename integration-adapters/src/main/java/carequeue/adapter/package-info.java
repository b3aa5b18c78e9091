/** What is done outside: each outside service is a package with its interface, its real classes and its effects. */
package carequeue.adapter;
