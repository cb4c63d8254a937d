import Hummingbird
import AsyncHTTPClient
import Configuration
import ArgumentParser
print("x")
