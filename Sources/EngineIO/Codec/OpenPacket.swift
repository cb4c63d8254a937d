import NIOCore

extension EnginePacket {
    /// The open packet, with exactly the keys that the protocol names, in the reference server's order.
    static func open(id: String, transport: EngineIOTransport, configuration: EngineIOConfiguration) -> EnginePacket {
        let offersUpgrade =
            transport == .polling && configuration.allowUpgrades && configuration.transports.contains(.websocket)
        // The id is base64url, so nothing here needs escaping.
        return .open(
            ByteBuffer(
                string: #"{"sid":"\#(id)","upgrades":[\#(offersUpgrade ? #""websocket""# : "")],"#
                    + #""pingInterval":\#(configuration.pingInterval.milliseconds),"#
                    + #""pingTimeout":\#(configuration.pingTimeout.milliseconds),"maxPayload":\#(configuration.maxPayload)}"#))
    }
}

extension TimeAmount {
    var milliseconds: Int64 { self.nanoseconds / 1_000_000 }
}
