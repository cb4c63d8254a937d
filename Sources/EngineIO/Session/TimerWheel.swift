package import NIOCore

/// Who waits for a deadline in a ``TimerWheel``.
package protocol TimerClient: AnyObject {
    /// Kept for the wheel.
    var timerPlace: TimerPlace { get set }

    /// The time that was asked for has come, at most ``TimerWheel/tick`` ago, or the wheel has turned once: who asks for more
    /// than 25 s, or has a deadline that moves, looks at the clock and asks again. A client that another one removes
    /// while both are called is called nevertheless.
    func timerFired()
}

/// Where in a wheel a client waits.
package struct TimerPlace: Sendable {
    fileprivate var slot: UInt16 = 0
    /// Negative: it does not wait.
    fileprivate var index: Int32 = -1

    package init() {}

    fileprivate init(slot: Int, index: Int) {
        (self.slot, self.index) = (UInt16(truncatingIfNeeded: slot), Int32(truncatingIfNeeded: index))
    }

    var isNowhere: Bool { self.index < 0 }
}

/// The deadlines of many connections on one event loop, by the tick in which they end.
///
/// To cancel a task of NIO's event loop is a search through all of them, and each is half a dozen allocations. Here adding
/// and removing touch one slot, and the event loop has one task, for the next slot that is not empty. The price is a tick:
/// a deadline is never early, and late by as much at most.
///
/// It belongs to its event loop, as everything that waits in it.
package final class TimerWheel {
    package static let tick = TimeAmount.milliseconds(25)

    /// 25.6 s, which is just longer than the usual heartbeat. Who waits for longer is looked at once a turn of the wheel.
    private static let slots = 1_024

    private let eventLoop: any EventLoop
    private var clients = [ContiguousArray<any TimerClient>](repeating: [], count: TimerWheel.slots)
    private var count = 0
    /// The last tick whose slot has been seen to. Those between it and `alarm` are empty.
    private var current: UInt64 = 0
    /// Fires with the next slot that is not empty, or earlier.
    private var alarm: (tick: UInt64, task: Scheduled<Void>)?
    private var isTurning = false

    package init(eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    /// Has a client called when a deadline has come. One that waits already is called at the earlier of both times.
    package func add(_ client: any TimerClient, at deadline: NIODeadline) {
        var wanted = max(Self.tick(from: deadline), self.current + 1)
        if self.count == 0 || wanted >= self.current + UInt64(Self.slots) { self.catchUp() }
        wanted = min(max(wanted, self.current + 1), self.current + UInt64(Self.slots) - 1)
        if !client.timerPlace.isNowhere {
            guard wanted < self.tick(of: client.timerPlace.slot) else { return }
            self.remove(client)
        }
        let slot = Int(wanted % UInt64(Self.slots))
        client.timerPlace = TimerPlace(slot: slot, index: self.clients[slot].count)
        self.clients[slot].append(client)
        self.count += 1
        if !self.isTurning, wanted < self.alarm?.tick ?? .max { self.setAlarm(wanted) }
    }

    package func remove(_ client: any TimerClient) {
        let place = client.timerPlace
        guard !place.isNowhere else { return }
        client.timerPlace = TimerPlace()
        let (slot, index) = (Int(place.slot), Int(place.index))
        // The last one takes the place that has become free.
        let last = self.clients[slot].removeLast()
        if index < self.clients[slot].count {
            self.clients[slot][index] = last
            last.timerPlace = place
        }
        self.count -= 1
    }

    // MARK: The passing of time

    /// Passes over slots that are known to be empty.
    private func catchUp() {
        guard !self.isTurning else { return }
        let now = Self.tick(before: self.eventLoop.now)
        let empty = self.count == 0 ? now : min(now, (self.alarm?.tick ?? 1) - 1)
        self.current = max(self.current, empty)
    }

    private func setAlarm(_ tick: UInt64) {
        self.alarm?.task.cancel()
        let task = self.eventLoop.assumeIsolated().scheduleTask(deadline: .uptimeNanoseconds(tick * Self.nanoseconds)) {
            self.alarm = nil
            self.turn(to: Self.tick(before: self.eventLoop.now))
        }
        self.alarm = (tick, task)
    }

    private func turn(to now: UInt64) {
        self.isTurning = true
        var due: ContiguousArray<any TimerClient> = []
        let last = min(now, self.current + UInt64(Self.slots))
        while self.current < last {
            self.current += 1
            let slot = Int(self.current % UInt64(Self.slots))
            guard !self.clients[slot].isEmpty else { continue }
            due += self.clients[slot]
            self.clients[slot] = []
        }
        self.count -= due.count
        // Before anyone is called, who may ask for a time again: it counts from now, however late this turn is.
        self.current = max(self.current, now)
        for client in due { client.timerPlace = TimerPlace() }
        for client in due { client.timerFired() }
        self.isTurning = false
        guard self.count > 0 else { return }
        var tick = self.current + 1
        while self.clients[Int(tick % UInt64(Self.slots))].isEmpty { tick += 1 }
        self.setAlarm(tick)
    }

    private static let nanoseconds = UInt64(TimerWheel.tick.nanoseconds)

    private static func tick(before time: NIODeadline) -> UInt64 { time.uptimeNanoseconds / self.nanoseconds }

    private static func tick(from time: NIODeadline) -> UInt64 {
        let (tick, rest) = time.uptimeNanoseconds.quotientAndRemainder(dividingBy: self.nanoseconds)
        return rest > 0 ? tick + 1 : tick
    }

    /// The tick to come for which a slot stands at present.
    private func tick(of slot: UInt16) -> UInt64 {
        self.current + 1 + (UInt64(slot) &- self.current &- 1) % UInt64(Self.slots)
    }
}
