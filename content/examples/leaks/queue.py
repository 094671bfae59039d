from collections import deque

class Job:
    def __init__(self, number):
        self.number = number

jobs = deque(maxlen=10)  #: bounded
for number in range(10):
    jobs.append(Job(number))  #: fill
print(len(jobs), jobs[0].number)  #: full  # expect: 10 0
jobs.append(Job(10))  #: eleventh
print(len(jobs), jobs[0].number)  #: dropped  # expect: 10 1
