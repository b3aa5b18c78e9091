/** The electronic health record: its service in the clinic's words, what it is told and asked, and which records there are ours. */
package carequeue.adapter.ehr;
