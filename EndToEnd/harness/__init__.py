"""What the tests share: the server as a process, people at their clients, raw connections, and the words of the contract."""
